import { css } from './css.ts'

/** The list. */
export const feedStyles = css`
  .list {
    margin-top: 8px;
    list-style: none;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .row {
    position: relative;
    padding: 16px;
  }
  .list > li + li > .row {
    border-top: 1px solid var(--line);
  }
  .list > li:first-child > .row {
    border-top-left-radius: 7px;
    border-top-right-radius: 7px;
  }
  .list > li:last-child > .row {
    border-bottom-left-radius: 7px;
    border-bottom-right-radius: 7px;
  }
  .row:hover {
    background: var(--hover);
  }
  .row-top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .row-top > * {
    margin-right: 12px;
  }
  .row-top > time {
    margin: 0 0 0 auto;
  }
  .row h2 {
    margin-top: 6px;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .row h2 > a {
    color: inherit;
    text-decoration: none;
  }
  .row:hover h2 > a {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  /* The whole row opens its title. The ring is drawn where the press is felt. */
  .row h2 > a::after {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border-radius: 7px;
  }
  .row h2 > a:focus {
    outline: 0;
  }
  .row h2 > a:focus-visible::after {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
  .clamp {
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
    max-width: 66ch;
    margin-top: 6px;
    overflow-wrap: anywhere;
  }
  .row-foot {
    margin-top: 8px;
  }
  .row-foot > * {
    display: inline-block;
    margin-right: 16px;
  }
  @media (min-width: 600px) {
    .row {
      padding-left: 24px;
      padding-right: 24px;
    }
  }
`

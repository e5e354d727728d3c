import { css } from 'lit'

export const feedStyles = css`
  .feed {
    max-width: 780px;
  }
  .tabs,
  .kinds {
    display: flex;
    flex-wrap: nowrap;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tabs {
    gap: var(--cercle-5);
    border-bottom: var(--cercle-line-width) solid var(--cercle-line);
  }
  .tabs > * {
    flex: none;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 48px;
    padding: 0 2px;
    font: inherit;
    font-size: var(--cercle-size-s);
    font-weight: var(--cercle-weight-bold);
    color: var(--cercle-ink-soft);
    background: none;
    border: solid transparent;
    border-width: 0 0 3px;
    cursor: pointer;
  }
  .tabs > :focus-visible {
    outline-offset: -3px;
  }
  .tabs > :hover {
    color: var(--cercle-ink);
    border-color: var(--cercle-line-strong);
  }
  .tabs > [aria-current] {
    color: var(--cercle-accent-ink);
    border-color: var(--cercle-accent-ink);
  }
  /* Room for the ring, none of it beyond the right edge: nothing scrolls sideways but this. */
  .kinds {
    padding: 5px;
    margin: -5px 0 -5px -5px;
  }
  .kinds > * {
    flex: none;
  }
  .row {
    position: relative;
    display: grid;
    gap: 6px;
    grid-template-columns: minmax(0, 1fr);
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line);
    border-bottom-width: 0;
  }
  .row:hover {
    background: var(--cercle-hover);
  }
  .first {
    border-start-start-radius: var(--cercle-corner);
    border-start-end-radius: var(--cercle-corner);
  }
  .last {
    border-bottom-width: var(--cercle-line-width);
    border-end-start-radius: var(--cercle-corner);
    border-end-end-radius: var(--cercle-corner);
  }
  .row-top,
  .row-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--cercle-3);
  }
  .row-top time {
    margin-inline-start: auto;
  }
  .row-foot {
    gap: 0 var(--cercle-4);
    margin-top: 2px;
  }
  .row-foot b {
    color: var(--cercle-ink);
  }
  .clamp {
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
    max-width: var(--cercle-measure);
  }
  /* The whole row opens its title. The ring is drawn where the press is felt. */
  .cover {
    padding: 0;
    font: inherit;
    color: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .cover::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .row:hover .cover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  .cover:focus-visible {
    outline: none;
  }
  .cover:focus-visible::after {
    outline: var(--cercle-focus-width) solid var(--cercle-focus);
    outline-offset: -3px;
  }
  .list[aria-busy='true'],
  .row[aria-busy='true'] {
    animation: fade 1ms var(--cercle-wait) both;
  }
  .skel {
    display: block;
    width: 46%;
    height: 1em;
    border-radius: var(--cercle-corner-small);
    background: var(--cercle-line);
  }
  .skel:nth-child(1) {
    width: 24%;
  }
  .skel:nth-child(2) {
    width: 82%;
  }
  @keyframes fade {
    to {
      opacity: 0.55;
    }
  }
  @container cercle (min-width: 560px) {
    .kinds {
      flex-wrap: wrap;
    }
  }
  /* what goes on beyond the edge fades, and ends before it */
  @container cercle (max-width: 559px) {
    .tabs,
    .kinds {
      padding-inline-end: 24px;
      mask-image: linear-gradient(90deg, #000 calc(100% - 24px), #0000);
    }
  }
  @media (forced-colors: active) {
    .tabs > :not([aria-current]) {
      border-color: Canvas;
    }
  }
  @media print {
    .tabs {
      display: none;
    }
  }
`

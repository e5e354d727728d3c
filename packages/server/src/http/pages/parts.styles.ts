import { css } from './css.ts'

/** What both kinds of page are made of. */
export const partStyles = css`
  .i {
    flex: none;
    width: 17px;
    height: 17px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.2em;
  }
  .with {
    display: flex;
    align-items: flex-start;
  }
  .with > .i {
    margin: 0.15em 8px 0 0;
  }
  .btn,
  .chip {
    display: inline-flex;
    align-items: center;
    min-width: 44px;
    min-height: 44px;
    padding: 9px 16px;
    font-size: var(--size-s);
    font-weight: 600;
    line-height: 1.25;
    color: var(--ink);
    text-decoration: none;
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: 8px;
  }
  .btn > .i {
    width: 20px;
    height: 20px;
  }
  .btn > .i:last-child {
    margin-left: 8px;
  }
  .btn > .i:first-child {
    margin-right: 8px;
  }
  .btn:hover,
  .chip:hover {
    background: var(--hover);
  }
  .site {
    display: block;
    overflow-wrap: anywhere;
  }
  .site small {
    display: block;
    font-size: inherit;
    font-weight: 400;
    color: var(--ink-soft);
  }
  .back {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    margin-top: -12px;
    font-size: var(--size-s);
    font-weight: 600;
  }
  .back > .i {
    margin-right: 8px;
  }
  .tabs,
  .chips {
    display: flex;
    flex-wrap: wrap;
    list-style: none;
  }
  .tabs {
    margin-top: 16px;
    border-bottom: 1px solid var(--line);
  }
  .tabs li {
    margin: 0 24px -1px 0;
  }
  .tabs a {
    display: inline-flex;
    align-items: center;
    min-width: 44px;
    min-height: 48px;
    font-size: var(--size-s);
    font-weight: 600;
    color: var(--ink-soft);
    text-decoration: none;
    border-bottom: 3px solid transparent;
  }
  .tabs a:hover {
    color: var(--ink);
    border-color: var(--line-strong);
  }
  .tabs [aria-current] {
    color: var(--accent-ink);
    border-color: var(--accent-ink);
  }
  .chips {
    margin-top: 16px;
  }
  .chips li {
    margin: 0 8px 8px 0;
  }
  .chip {
    padding: 6px 12px;
    font-weight: 400;
  }
  .chip > .i {
    width: 20px;
    height: 20px;
    margin-right: 6px;
    color: var(--accent-ink);
  }
  .chip[aria-current] {
    font-weight: 600;
    color: var(--accent-ink);
    background: var(--accent-soft);
    border-color: var(--accent-ink);
  }
  .kind,
  .badge {
    font-size: var(--size-s);
    font-weight: 600;
    line-height: 1.4;
    color: var(--accent-ink);
    white-space: nowrap;
  }
  .kind > .i {
    margin-right: 6px;
  }
  .badge {
    padding: 1px 8px;
    border-radius: 6px;
    color: var(--ink-soft);
    background: var(--sunk);
  }
  .pages {
    margin-top: 24px;
  }
  .pages .btn {
    margin: 0 8px 8px 0;
  }
  .aims {
    max-width: 66ch;
    margin-top: 16px;
  }
  .aims h2 {
    font-size: var(--size-l);
    font-weight: 600;
  }
  .aims ul {
    margin-top: 8px;
    padding-left: 20px;
  }
  .aims li + li {
    margin-top: 4px;
  }
  .empty {
    margin-top: 8px;
    padding: 32px 16px;
    text-align: center;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .empty h2 {
    font-size: var(--size-l);
    font-weight: 600;
    line-height: 1.25;
  }
  .empty p {
    margin-top: 12px;
  }
  .plain {
    padding-top: 48px;
    padding-bottom: 48px;
  }
  .plain > div + div {
    margin-top: 32px;
  }
  .plain h2 {
    font-size: var(--size-l);
    font-weight: 600;
  }
  .plain p {
    max-width: 66ch;
    margin-top: 12px;
  }
  @media (forced-colors: active) {
    .tabs a:not([aria-current]) {
      border-color: Canvas;
    }
    .chip[aria-current] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .badge {
      border: 1px solid;
    }
  }
`

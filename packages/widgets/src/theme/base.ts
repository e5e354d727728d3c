import { css } from 'lit'

/*
 * What reading needs: text, icons, layout, buttons, chips, badges, rows, waiting, a failure in words. The rest is in `forms.ts`,
 * loaded with the composer, the open thread and the account, which use both: `styles = [base, forms, …]`.
 * Phone first; wider by container query, so that a widget answers to the room the host gives it. Without container queries
 * the single column stays. A shadow root that uses this puts everything into one `<div class="cercle">`.
 */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .cercle {
    container: cercle / inline-size;
    /* Contained, it has no width of its own: where the host lets things be as wide as they are (a float, a flex box) it would have none. */
    contain-intrinsic-width: 300px;
    font-family: var(--cercle-font, inherit);
    font-size: var(--cercle-size-m);
    line-height: 1.55;
    color: var(--cercle-ink);
    overflow-wrap: break-word;
  }
  :where(p, h2, h3, h4, ul, ol, dl, dd, figure, blockquote, fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    font-weight: inherit;
    list-style: none;
  }
  .c-title,
  .c-head {
    font-family: var(--cercle-font-heading, inherit);
    font-size: var(--cercle-size-m);
    font-weight: var(--cercle-weight-bold);
    line-height: 1.35;
    text-wrap: pretty;
  }
  .c-title {
    font-size: var(--cercle-size-l);
    line-height: 1.25;
    text-wrap: balance;
  }
  .c-small {
    font-size: var(--cercle-size-s);
    line-height: 1.45;
  }
  .c-soft {
    color: var(--cercle-ink-soft);
  }
  .c-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  b {
    font-weight: var(--cercle-weight-bold);
  }
  .c-i {
    display: block;
    width: var(--cercle-icon);
    height: var(--cercle-icon);
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .c-i--s {
    width: 17px;
    height: 17px;
  }
  .c-stack {
    display: grid;
    gap: var(--cercle-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .c-stack--3 {
    gap: var(--cercle-3);
  }
  .c-stack--5 {
    gap: var(--cercle-5);
  }
  .c-line,
  .c-chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--cercle-2) var(--cercle-3);
  }
  .c-chips {
    gap: var(--cercle-2);
  }
  :focus-visible {
    outline: var(--cercle-focus-width) solid var(--cercle-focus);
    outline-offset: 2px;
  }
  .c-with,
  .c-kind,
  .c-badge,
  .c-btn,
  .c-chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .c-btn,
  .c-chip {
    justify-content: center;
    min-height: var(--cercle-target);
    min-width: var(--cercle-target);
    padding: 6px var(--cercle-3);
    font: inherit;
    font-size: var(--cercle-size-s);
    line-height: 1.3;
    text-align: start;
    text-decoration: none;
    color: var(--cercle-ink);
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line-strong);
    border-radius: var(--cercle-corner);
    cursor: pointer;
    transition: background-color var(--cercle-fast);
  }
  .c-btn {
    gap: var(--cercle-2);
    padding: 9px var(--cercle-4);
    font-weight: var(--cercle-weight-bold);
    line-height: 1.25;
  }
  .c-btn:hover,
  .c-chip:hover {
    background: var(--cercle-hover);
  }
  .c-chip[aria-pressed='true'] {
    background: var(--cercle-accent-soft);
    border-color: var(--cercle-accent-ink);
    color: var(--cercle-accent-ink);
    font-weight: var(--cercle-weight-bold);
  }
  .c-chip > .c-i,
  .c-kind {
    color: var(--cercle-accent-ink);
  }
  .c-kind,
  .c-badge {
    font-size: var(--cercle-size-s);
    font-weight: var(--cercle-weight-bold);
    line-height: 1.4;
  }
  .c-badge {
    padding: 1px 8px;
    border-radius: var(--cercle-corner-small);
    background: var(--cercle-accent-soft);
    color: var(--cercle-accent-ink);
    white-space: nowrap;
  }
  .c-badge--plain {
    background: var(--cercle-sunk);
    color: var(--cercle-ink-soft);
  }
  .c-row {
    padding: var(--cercle-4);
  }
  .c-banner {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cercle-2) var(--cercle-3);
    align-items: center;
    padding: var(--cercle-3) var(--cercle-4);
    font-size: var(--cercle-size-s);
    line-height: 1.5;
    border-radius: var(--cercle-corner);
    background: var(--cercle-sunk);
    border: var(--cercle-line-width) solid var(--cercle-line);
  }
  .c-banner > p {
    flex: 1 1 14em;
  }
  .c-banner--warn {
    background: var(--cercle-warn-soft);
  }
  .c-banner--warn > .c-i,
  .c-banner--warn b {
    color: var(--cercle-warn);
  }
  .c-banner--bad {
    background: var(--cercle-bad-soft);
  }
  .c-banner--bad > .c-i,
  .c-banner--bad b {
    color: var(--cercle-bad);
  }
  @container cercle (min-width: 560px) {
    .c-row {
      padding-inline: var(--cercle-5);
    }
  }
  /* Holds its place at once, shows only after the wait: nothing says "loading" to who has a fast line. */
  .c-wait {
    animation: c-arrive 1ms var(--cercle-wait) both;
  }
  @keyframes c-arrive {
    from {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .c-i {
      color: inherit !important;
    }
    .c-chip[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .c-badge {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .c-btn,
    .c-chips {
      display: none !important;
    }
    .c-row {
      break-inside: avoid;
    }
  }
`

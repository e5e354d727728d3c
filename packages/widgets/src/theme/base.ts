import { css } from 'lit'

/*
 * The primitives that the read path needs: text, icons, layout, buttons, chips, badges, cards, rows, waiting, banner, empty
 * state. Forms and what floats are in `forms.ts`, which is loaded with the composer, the open thread and the account.
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
    font-family: var(--cercle-font, inherit);
    font-size: var(--cercle-size-m);
    font-weight: var(--cercle-weight);
    line-height: var(--cercle-leading);
    color: var(--cercle-ink);
    text-align: start;
    overflow-wrap: break-word;
  }
  :where(p, h2, h3, h4, ul, ol, dl, dd, figure, blockquote, fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    font-weight: inherit;
  }
  :where(ul, ol) {
    list-style: none;
  }
  .c-title,
  .c-head {
    font-family: var(--cercle-font-heading, inherit);
    font-weight: var(--cercle-weight-bold);
    line-height: var(--cercle-leading-tight);
    text-wrap: balance;
  }
  .c-title {
    font-size: var(--cercle-size-l);
    letter-spacing: -0.005em;
  }
  .c-head {
    font-size: var(--cercle-size-m);
    line-height: 1.35;
    text-wrap: pretty;
  }
  .c-small {
    font-size: var(--cercle-size-s);
    line-height: 1.45;
  }
  .c-soft {
    color: var(--cercle-ink-soft);
  }
  .c-text {
    max-width: var(--cercle-measure);
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
  .c-with,
  .c-kind {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .c-stack {
    display: grid;
    gap: var(--cercle-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .c-stack--2 {
    gap: var(--cercle-2);
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
  .c-line--between {
    justify-content: space-between;
  }
  :focus-visible {
    outline: var(--cercle-focus-width) solid var(--cercle-focus);
    outline-offset: var(--cercle-focus-offset);
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  .c-btn,
  .c-chip {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--cercle-2);
    min-height: var(--cercle-target);
    min-width: var(--cercle-target);
    padding: 9px var(--cercle-4);
    font: inherit;
    font-size: var(--cercle-size-s);
    font-weight: var(--cercle-weight-bold);
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    color: var(--cercle-ink);
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line-strong);
    border-radius: var(--cercle-corner);
    cursor: pointer;
    transition:
      background-color var(--cercle-fast),
      border-color var(--cercle-fast);
  }
  .c-btn:hover,
  .c-chip:hover {
    background: var(--cercle-hover);
  }
  .c-btn--primary {
    background: var(--cercle-fill);
    border-color: var(--cercle-fill);
    color: var(--cercle-on-accent);
  }
  .c-btn--primary:hover {
    background: var(--cercle-accent-hover);
    border-color: var(--cercle-accent-hover);
  }
  .c-btn--quiet,
  .c-btn--plain {
    background: transparent;
    border-color: transparent;
    color: var(--cercle-accent-ink);
    padding-inline: var(--cercle-3);
  }
  .c-btn--quiet:hover {
    background: var(--cercle-accent-soft);
  }
  .c-btn--plain {
    color: var(--cercle-ink-soft);
  }
  .c-btn--plain:hover {
    color: var(--cercle-ink);
  }
  .c-btn[aria-disabled='true'],
  .c-btn:disabled {
    color: var(--cercle-ink-soft);
    background: var(--cercle-sunk);
    border-color: var(--cercle-line);
    cursor: not-allowed;
  }
  .c-chip {
    gap: 6px;
    padding: 6px var(--cercle-3);
    font-weight: var(--cercle-weight);
    line-height: 1.3;
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
    display: inline-flex;
    align-items: center;
    gap: 4px;
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
  .c-avatar {
    flex: none;
    display: inline-grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    font-size: var(--cercle-size-s);
    font-weight: var(--cercle-weight-bold);
    line-height: 1;
    background: var(--cercle-accent-soft);
    color: var(--cercle-accent-ink);
    border: var(--cercle-line-width) solid transparent;
  }
  .c-avatar--none {
    background: transparent;
    border: var(--cercle-line-width) dashed var(--cercle-line-strong);
    color: var(--cercle-ink-soft);
  }
  .c-card,
  .c-list {
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line);
    border-radius: var(--cercle-corner);
  }
  .c-card,
  .c-row {
    padding: var(--cercle-4);
  }
  .c-list > * + * {
    border-top: var(--cercle-line-width) solid var(--cercle-line);
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
    border-color: var(--cercle-warn);
    border-color: color-mix(in oklab, var(--cercle-warn) 30%, transparent);
  }
  .c-banner--warn > .c-i,
  .c-banner--warn b {
    color: var(--cercle-warn);
  }
  .c-banner--bad {
    background: var(--cercle-bad-soft);
    border-color: var(--cercle-bad);
    border-color: color-mix(in oklab, var(--cercle-bad) 30%, transparent);
  }
  .c-banner--bad > .c-i,
  .c-banner--bad b {
    color: var(--cercle-bad);
  }
  .c-empty {
    display: grid;
    gap: var(--cercle-3);
    justify-items: start;
    padding: var(--cercle-6) var(--cercle-4);
    border: var(--cercle-line-width) dashed var(--cercle-line-strong);
    border-radius: var(--cercle-corner);
  }
  .c-empty > .c-i {
    width: 32px;
    height: 32px;
    color: var(--cercle-accent-ink);
    stroke-width: 1.5;
  }
  .c-skel {
    display: block;
    height: 1em;
    border-radius: var(--cercle-corner-small);
    background: var(--cercle-line);
    animation: c-breathe 1.8s ease-in-out infinite;
  }
  /* Holds its place at once, shows only after the wait: nothing says "loading" to who has a fast line. */
  .c-wait {
    animation: c-arrive 1ms var(--cercle-wait) both;
  }
  .c-box {
    display: flex;
    align-items: center;
    gap: var(--cercle-3);
    width: 100%;
    min-height: 56px;
    padding: 7px var(--cercle-4) 7px 7px;
    font: inherit;
    color: var(--cercle-ink-soft);
    text-align: start;
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line-strong);
    border-radius: var(--cercle-corner);
    cursor: text;
  }
  .c-box:hover {
    border-color: var(--cercle-accent-ink);
  }
  @keyframes c-breathe {
    50% {
      opacity: 0.45;
    }
  }
  @keyframes c-arrive {
    from {
      opacity: 0;
    }
  }
  @container cercle (min-width: 560px) {
    .c-card {
      padding: var(--cercle-5);
    }
    .c-card--snug {
      padding: var(--cercle-4);
    }
    .c-row {
      padding-inline: var(--cercle-5);
    }
    .c-empty {
      padding: var(--cercle-7);
    }
  }
  @container cercle (max-width: 479px) {
    .c-acts > .c-btn {
      flex: 1 1 auto;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .c-skel {
      animation: none;
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
    .c-chips,
    .c-box {
      display: none !important;
    }
    .c-row {
      break-inside: avoid;
    }
  }
`

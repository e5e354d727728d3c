import { css } from 'lit'

/**
 * What only writing, an open thread and the account need: kinds of buttons, cards, fields, choices, the audience line, menus,
 * dialogs, toast, disclosure, invitation. Goes after `base`.
 */
export const forms = css`
  .c-text {
    max-width: var(--cercle-measure);
  }
  .c-stack--2 {
    gap: var(--cercle-2);
  }
  .c-line--between {
    justify-content: space-between;
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
  .c-card {
    padding: var(--cercle-4);
  }
  .c-list > * + * {
    border-top: var(--cercle-line-width) solid var(--cercle-line);
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
  .c-strong {
    font-weight: var(--cercle-weight-bold);
  }
  .c-num {
    font-variant-numeric: tabular-nums;
  }
  .c-text > * + * {
    margin-top: var(--cercle-3);
  }
  .c-text ul {
    list-style: disc;
    padding-inline-start: 1.2em;
  }
  .c-text ol {
    list-style: decimal;
    padding-inline-start: 1.5em;
  }
  .c-link,
  .c-text a {
    color: var(--cercle-accent-ink);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .c-link:hover,
  .c-text a:hover {
    text-decoration-thickness: 2px;
  }
  button.c-link {
    padding: 0;
    font: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .c-stack > .c-link {
    display: inline-flex;
    align-items: center;
    justify-self: start;
    min-height: var(--cercle-target);
  }
  .c-with--top {
    align-items: flex-start;
  }
  .c-with--top > .c-i {
    margin-top: 0.15em;
  }
  .c-stack--1 {
    gap: var(--cercle-1);
  }
  .c-stack--6 {
    gap: var(--cercle-6);
  }
  .c-line--tight {
    gap: var(--cercle-1) var(--cercle-2);
  }
  .c-line--top {
    align-items: flex-start;
  }
  .c-line--end {
    justify-content: flex-end;
  }
  .c-grow {
    flex: 1 1 0;
    min-width: 0;
  }
  .c-rule {
    border: 0;
    border-top: var(--cercle-line-width) solid var(--cercle-line);
    margin: 0;
  }
  .c-btn--bad {
    color: var(--cercle-bad);
    border-color: currentColor;
  }
  .c-btn--bad:hover {
    background: var(--cercle-bad-soft);
  }
  .c-btn--wide {
    width: 100%;
  }
  .c-btn--flush {
    margin-inline-start: calc(-1 * var(--cercle-3));
  }
  .c-btn--edge {
    margin-inline-end: calc(-1 * var(--cercle-3));
  }
  .c-field {
    display: grid;
    gap: 6px;
    grid-template-columns: minmax(0, 1fr);
  }
  .c-label {
    font-weight: var(--cercle-weight-bold);
    font-size: var(--cercle-size-s);
    line-height: 1.4;
  }
  .c-label small {
    font-size: inherit;
    font-weight: 400;
    color: var(--cercle-ink-soft);
  }
  .c-hint {
    font-size: var(--cercle-size-s);
    line-height: 1.45;
    color: var(--cercle-ink-soft);
    max-width: var(--cercle-measure);
  }
  .c-input,
  .c-select,
  .c-area {
    display: block;
    width: 100%;
    min-height: 48px;
    padding: 10px var(--cercle-3);
    font: inherit;
    font-size: var(--cercle-size-m);
    line-height: 1.5;
    color: var(--cercle-ink);
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line-strong);
    border-radius: var(--cercle-corner);
  }
  .c-area {
    field-sizing: content;
    min-height: 132px;
    resize: vertical;
  }
  .c-input::placeholder,
  .c-area::placeholder {
    color: var(--cercle-ink-soft);
    opacity: 1;
  }
  .c-input:focus,
  .c-select:focus,
  .c-area:focus {
    outline: var(--cercle-focus-width) solid var(--cercle-focus);
    outline-offset: -1px;
    border-color: transparent;
  }
  .c-select {
    appearance: none;
    padding-inline-end: 40px;
    background-image:
      linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(135deg, currentColor 50%, transparent 50%);
    background-size: 6px 6px;
    background-position:
      right 20px center,
      right 14px center;
    background-repeat: no-repeat;
  }
  .c-field--bad .c-input,
  .c-field--bad .c-area,
  .c-field--bad .c-select {
    border: 2px solid var(--cercle-bad);
  }
  .c-error {
    display: flex;
    gap: 6px;
    align-items: flex-start;
    font-size: var(--cercle-size-s);
    line-height: 1.4;
    font-weight: var(--cercle-weight-bold);
    color: var(--cercle-bad);
  }
  .c-code {
    max-width: 220px;
    font-size: var(--cercle-size-l);
    letter-spacing: 0.18em;
    font-variant-numeric: tabular-nums;
  }
  .c-check {
    display: flex;
    gap: var(--cercle-3);
    align-items: flex-start;
    min-height: var(--cercle-target);
    padding: 9px 0;
    cursor: pointer;
  }
  .c-check input,
  .c-choice input {
    appearance: none;
    flex: none;
    width: 24px;
    height: 24px;
    margin: 1px 0 0;
    display: grid;
    place-content: center;
    background: var(--cercle-surface);
    border: 2px solid var(--cercle-line-strong);
    border-radius: min(var(--cercle-corner), 5px);
    cursor: pointer;
  }
  .c-check input[type='radio'],
  .c-choice input[type='radio'] {
    border-radius: 50%;
  }
  .c-check input:checked,
  .c-choice input:checked {
    border-color: var(--cercle-accent-ink);
  }
  .c-check input[type='checkbox']:checked,
  .c-choice input[type='checkbox']:checked {
    background: var(--cercle-accent-ink);
  }
  .c-check input:checked::after,
  .c-choice input:checked::after {
    content: '';
    display: block;
  }
  .c-check input[type='checkbox']::after,
  .c-choice input[type='checkbox']::after {
    width: 7px;
    height: 12px;
    margin-top: -3px;
    border: solid var(--cercle-surface);
    border-width: 0 2.5px 2.5px 0;
    transform: rotate(43deg);
  }
  .c-check input[type='radio']::after,
  .c-choice input[type='radio']::after {
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: var(--cercle-accent-ink);
  }
  .c-check span > small,
  .c-choice small {
    display: block;
    font-size: var(--cercle-size-s);
    line-height: 1.45;
    color: var(--cercle-ink-soft);
  }
  .c-choice {
    position: relative;
    display: flex;
    gap: var(--cercle-3);
    align-items: flex-start;
    padding: var(--cercle-3) var(--cercle-4);
    cursor: pointer;
    min-height: 56px;
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line-strong);
    border-radius: var(--cercle-corner);
  }
  .c-choice:hover {
    background: var(--cercle-hover);
  }
  .c-choice b {
    display: block;
    line-height: 1.4;
  }
  .c-choice:has(input:checked) {
    border-color: var(--cercle-accent-ink);
    box-shadow: inset 0 0 0 1px var(--cercle-accent-ink);
    background: var(--cercle-accent-soft);
  }
  .c-menu {
    display: grid;
    align-content: start;
    min-width: 240px;
    padding: 6px;
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line);
    border-radius: var(--cercle-corner);
    box-shadow: var(--cercle-shadow);
  }
  .c-menu button {
    display: flex;
    align-items: center;
    gap: var(--cercle-3);
    min-height: var(--cercle-target);
    padding: 8px var(--cercle-3);
    width: 100%;
    font: inherit;
    font-size: var(--cercle-size-s);
    color: inherit;
    text-align: start;
    background: none;
    border: 0;
    border-radius: max(0px, var(--cercle-corner) - 4px);
    cursor: pointer;
  }
  .c-menu button:hover {
    background: var(--cercle-hover);
  }
  .c-menu .c-i {
    color: var(--cercle-ink-soft);
  }
  .c-menu hr {
    width: 100%;
    border: 0;
    border-top: var(--cercle-line-width) solid var(--cercle-line);
    margin: 6px 0;
  }
  .c-dialog {
    width: min(560px, 100%);
    padding: 0;
    color: inherit;
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line);
    border-radius: var(--cercle-corner);
    box-shadow: var(--cercle-shadow);
  }
  .c-badge--good {
    background: var(--cercle-good-soft);
    color: var(--cercle-good);
  }
  .c-badge--warn {
    background: var(--cercle-warn-soft);
    color: var(--cercle-warn);
  }
  .c-badge--bad {
    background: var(--cercle-bad-soft);
    color: var(--cercle-bad);
  }
  .c-card--sunk {
    background: var(--cercle-sunk);
    border-color: transparent;
  }
  .c-card--chosen {
    border-color: var(--cercle-accent-line);
  }
  .c-banner--warn,
  .c-banner--bad,
  .c-banner--good {
    border-color: color-mix(in oklab, currentColor 20%, transparent);
  }
  .c-banner--good {
    background: var(--cercle-good-soft);
  }
  .c-banner--good > .c-i,
  .c-banner--good b {
    color: var(--cercle-good);
  }
  .c-toast {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--cercle-1) var(--cercle-3);
    padding: 6px 6px 6px var(--cercle-4);
    font-size: var(--cercle-size-s);
    line-height: 1.4;
    color: var(--cercle-surface);
    background: var(--cercle-ink);
    border-radius: var(--cercle-corner);
    box-shadow: var(--cercle-shadow);
  }
  .c-toast > p {
    flex: 1 1 12em;
    padding: 6px 0;
  }
  .c-toast .c-btn {
    background: transparent;
    border-color: currentColor;
    color: inherit;
  }
  .c-toast .c-btn:hover {
    background: color-mix(in oklab, currentColor 14%, transparent);
  }
  .c-toast :focus-visible {
    outline-color: currentColor;
  }
  .c-aud {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    gap: 0 var(--cercle-2);
    font-size: var(--cercle-size-s);
    line-height: 1.4;
  }
  .c-aud > .c-i {
    color: var(--cercle-accent-ink);
  }
  .c-by {
    display: flex;
    gap: var(--cercle-3);
    align-items: center;
    font-size: var(--cercle-size-s);
    line-height: 1.4;
  }
  .c-by b {
    color: var(--cercle-ink);
  }
  .c-by > span:last-child {
    color: var(--cercle-ink-soft);
    min-width: 0;
  }
  .c-by small {
    font-size: inherit;
    display: block;
  }
  .c-more > summary {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: var(--cercle-target);
    padding-inline: 2px;
    font-size: var(--cercle-size-s);
    font-weight: var(--cercle-weight-bold);
    color: var(--cercle-accent-ink);
    cursor: pointer;
    list-style: none;
    border-radius: var(--cercle-corner-small);
  }
  .c-more > summary::-webkit-details-marker {
    display: none;
  }
  .c-more[open] > summary .c-turn {
    transform: rotate(180deg);
  }
  .c-dl {
    display: grid;
    gap: var(--cercle-1) var(--cercle-4);
    grid-template-columns: minmax(0, 1fr);
    font-size: var(--cercle-size-s);
    line-height: 1.5;
  }
  .c-dl dt {
    color: var(--cercle-ink-soft);
  }
  @container cercle (min-width: 560px) {
    .c-card {
      padding: var(--cercle-5);
    }
    .c-card--snug {
      padding: var(--cercle-4);
    }
    .c-empty {
      padding: var(--cercle-7);
    }
    .c-aud {
      display: flex;
      align-items: center;
    }
    .c-dl {
      grid-template-columns: 10em minmax(0, 1fr);
      gap: var(--cercle-2) var(--cercle-4);
    }
  }
  @container cercle (max-width: 479px) {
    .c-acts > .c-btn {
      flex: 1 1 auto;
    }
  }
  @media (forced-colors: active) {
    .c-check input,
    .c-choice input {
      appearance: auto;
    }
    .c-check input::after,
    .c-choice input::after {
      display: none !important;
    }
    .c-choice:has(input:checked) {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .c-toast,
    .c-card--sunk {
      border: 1px solid CanvasText;
    }
    .c-select {
      appearance: auto;
      background-image: none;
    }
  }
  @media print {
    .c-menu,
    .c-box,
    .c-toast {
      display: none !important;
    }
  }
`

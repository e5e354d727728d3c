import { css } from 'lit'

export const takingPartStyles = css`
  .bell {
    display: block;
    min-height: var(--cercle-target);
  }
  .facts {
    gap: 4px var(--cercle-5);
  }
  .starts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0 var(--cercle-1);
    margin-top: var(--cercle-2);
  }
  .starts > * {
    justify-content: flex-start;
  }
  .starts .c-i {
    color: var(--cercle-accent-ink);
  }
  .circle {
    display: flex;
    padding: 0 var(--cercle-4) var(--cercle-4);
    background: var(--cercle-surface);
    border: solid var(--cercle-line);
    border-width: 0 var(--cercle-line-width);
    overflow-wrap: anywhere;
  }
  .circle > .c-i {
    color: var(--cercle-accent-ink);
  }
  .row:has(+ .circle) {
    padding-bottom: var(--cercle-1);
    border-bottom: 0;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .last + .circle {
    border-bottom-width: var(--cercle-line-width);
    border-end-start-radius: var(--cercle-corner);
    border-end-end-radius: var(--cercle-corner);
  }
  cercle-thread {
    margin-block: var(--cercle-3);
  }
  .stopped {
    animation: c-arrive var(--cercle-slow) var(--cercle-ease);
  }
  /* the frame ends where the words do: a ring around them would be cut */
  .welcome:focus-visible {
    outline-offset: -3px;
  }
  cercle-thread:first-child {
    margin-top: 0;
  }
  @container cercle (min-width: 560px) {
    .circle {
      padding-inline: var(--cercle-5);
    }
    .starts {
      display: flex;
      flex-wrap: wrap;
      margin-inline-start: -4px;
    }
  }
  @media print {
    .c-card--snug {
      display: none;
    }
  }
`

import { css } from 'lit'

export const sightStyles = css`
  .turns {
    justify-self: start;
  }
  .turns[aria-expanded='true'] .c-turn {
    transform: rotate(180deg);
  }
  .sight {
    max-width: var(--cercle-measure);
    font-size: var(--cercle-size-s);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .facts,
  .notes {
    display: grid;
    gap: var(--cercle-2);
    grid-template-columns: minmax(0, 1fr);
  }
  .facts .c-i {
    color: var(--cercle-ink-soft);
  }
  .note:focus {
    outline: none;
  }
`

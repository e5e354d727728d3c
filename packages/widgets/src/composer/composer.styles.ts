import { css } from 'lit'

export const composerStyles = css`
  .choices {
    display: grid;
    gap: var(--cercle-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .choice {
    width: 100%;
    font: inherit;
    color: inherit;
    text-align: start;
  }
  .choice[aria-pressed='true'] {
    border-color: var(--cercle-accent-ink);
    box-shadow: inset 0 0 0 1px var(--cercle-accent-ink);
    background: var(--cercle-accent-soft);
  }
  .choice .c-i {
    margin-top: 0.15em;
    color: var(--cercle-accent-ink);
  }
  .head.c-line {
    align-items: flex-start;
  }
  .what {
    gap: 0 var(--cercle-2);
  }
  .what .c-btn {
    margin-block: -9px;
  }
  textarea[name='body'] {
    min-height: 200px;
  }
  @container cercle (max-width: 479px) {
    .head > .c-btn {
      margin-inline-start: calc(-1 * var(--cercle-3));
    }
    .what {
      row-gap: var(--cercle-3);
    }
    .what .c-btn {
      margin-inline-start: calc(-1 * var(--cercle-3));
    }
  }
  @container cercle (min-width: 560px) {
    .choices {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .where {
      max-width: 360px;
    }
  }
`

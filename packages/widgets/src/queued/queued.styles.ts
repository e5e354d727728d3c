import { css } from 'lit'

export const queuedStyles = css`
  .queued {
    border-style: dashed;
    border-color: var(--cercle-line-strong);
  }
  .queued:focus {
    outline: none;
  }
  .c-text,
  .c-head {
    overflow-wrap: anywhere;
  }
  .c-text > p {
    white-space: pre-line;
  }
  @container cercle (max-width: 479px) {
    .c-acts > .c-btn--plain {
      justify-content: flex-start;
    }
  }
`

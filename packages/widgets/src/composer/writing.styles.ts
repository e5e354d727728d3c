import { css } from 'lit'

export const writingStyles = css`
  .compose,
  .send {
    display: grid;
    gap: var(--cercle-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .send {
    gap: var(--cercle-3);
  }
  .compose .send {
    padding-top: var(--cercle-4);
    border-top: var(--cercle-line-width) solid var(--cercle-line);
  }
  .c-area {
    overflow-wrap: anywhere;
  }
  .status .c-i {
    color: var(--cercle-good);
  }
  .status {
    align-items: flex-start;
  }
  .mute {
    visibility: hidden;
  }
  .status > .c-i {
    margin-top: 0.15em;
  }
  .c-aud > p {
    padding-block: 2px;
  }
  .c-aud > cercle-audience {
    grid-column: 2;
  }
  @container cercle (min-width: 560px) {
    .c-aud {
      flex-wrap: wrap;
    }
    .c-aud > cercle-audience {
      flex: 0 0 100%;
      padding-inline-start: calc(17px + var(--cercle-2));
    }
  }
`

import { css } from 'lit'

export const firstStepsStyles = css`
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .first {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr);
    gap: var(--cercle-3) var(--cercle-4);
    align-items: center;
  }
  .first > .c-btn {
    grid-column: 2;
    justify-self: start;
  }
  .tick {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    font-size: var(--cercle-size-s);
    font-weight: var(--cercle-weight-bold);
    color: var(--cercle-ink-soft);
    border: 2px solid var(--cercle-line-strong);
    border-radius: 50%;
  }
  .tick--done {
    color: var(--cercle-surface);
    background: var(--cercle-good);
    border-color: var(--cercle-good);
  }
  .first > .more {
    grid-column: 2 / -1;
  }
  section:focus {
    outline: none;
  }
  @container cercle (min-width: 640px) {
    .first {
      grid-template-columns: 36px minmax(0, 1fr) auto;
    }
    .first > .c-btn {
      grid-column: auto;
    }
  }
`

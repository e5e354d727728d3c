import { css } from 'lit'

/** The card in a partner's page wears what forms wear, without loading all of it. */
export const cardStyles = css`
  .c-card {
    padding: var(--cercle-4);
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line);
    border-radius: var(--cercle-corner);
  }
  .c-btn--primary {
    background: var(--cercle-fill);
    border-color: var(--cercle-fill);
    color: var(--cercle-on-accent);
  }
  .c-btn--primary:hover {
    background: var(--cercle-ink);
    border-color: var(--cercle-ink);
    color: var(--cercle-surface);
  }
  summary {
    cursor: pointer;
    min-height: var(--cercle-target);
    align-content: center;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cercle-1) var(--cercle-4);
    list-style: none;
    padding: 0;
    margin: 0;
    font-size: var(--cercle-size-s);
    color: var(--cercle-ink-soft);
  }
  .steps [aria-current] {
    font-weight: var(--cercle-weight-bold);
    color: var(--cercle-ink);
  }
`

import { css } from 'lit'

export const postStyles = css`
  .post {
    display: grid;
    gap: var(--cercle-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--cercle-1);
    margin-inline-start: calc(-1 * var(--cercle-3));
  }
  .edited {
    min-height: var(--cercle-target);
    padding: 0 var(--cercle-1);
    margin-block: -12px;
  }
  .reply {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    gap: var(--cercle-3);
  }
  .reply-by {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: center;
    gap: 0 0.6em;
    min-height: 40px;
    font-size: var(--cercle-size-s);
    line-height: 1.4;
    color: var(--cercle-ink-soft);
  }
  .reply-by b {
    color: var(--cercle-ink);
  }
  .reply .acts {
    margin-top: -4px;
  }
  .quiet {
    gap: 0 var(--cercle-1);
  }
  .quiet .c-chip {
    border-color: transparent;
    background: transparent;
    color: var(--cercle-ink-soft);
    font-weight: var(--cercle-weight-bold);
  }
  .quiet .c-chip:hover {
    background: var(--cercle-hover);
    color: var(--cercle-ink);
  }
  .quiet .c-chip[aria-pressed='true'] {
    background: var(--cercle-accent-soft);
    color: var(--cercle-accent-ink);
  }
  .said {
    gap: 0 var(--cercle-5);
  }
  .said b {
    color: var(--cercle-ink);
  }
  .trace {
    min-height: 40px;
  }
  .versions {
    padding-inline-start: var(--cercle-4);
    border-inline-start: 3px solid var(--cercle-accent-line);
  }
  .c-toast {
    max-width: 560px;
  }
  .c-menu {
    max-width: 380px;
  }
  .c-text {
    overflow-wrap: anywhere;
  }
  @container cercle (max-width: 559px) {
    .reply {
      position: relative;
      grid-template-columns: minmax(0, 1fr);
    }
    /* One line for the gestures of a reply: words say it, and the box to answer in is below. */
    .reply .answer,
    .reply .acts .c-i {
      display: none;
    }
    .reply .acts :is(.c-btn, .c-chip) {
      padding-inline: var(--cercle-2);
    }
    .reply .acts {
      margin-inline-start: calc(-1 * var(--cercle-2));
    }
    .reply > .c-avatar {
      position: absolute;
      inset-inline-start: 0;
      top: 0;
    }
    .reply-by {
      padding-inline-start: 52px;
    }
    .when {
      flex-basis: 100%;
    }
  }
  @media print {
    .acts {
      display: none;
    }
  }
`

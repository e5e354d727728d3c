import { css } from 'lit'

export const deskStyles = css`
  .desk {
    display: grid;
    gap: var(--cercle-5);
    grid-template-columns: minmax(0, 1fr);
    max-width: 1120px;
    margin-inline: auto;
    padding: var(--cercle-4);
  }
  .desk-top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cercle-2) var(--cercle-4);
    align-items: center;
    justify-content: space-between;
  }
  .home {
    color: inherit;
    text-decoration: none;
  }
  .home:hover {
    text-decoration: underline;
  }
  .desk-nav {
    display: flex;
    gap: var(--cercle-1);
    overflow-x: auto;
    scrollbar-width: none;
    padding: 5px;
    margin: -5px;
  }
  .desk-nav a {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--cercle-2);
    min-height: var(--cercle-target);
    padding: 8px var(--cercle-3);
    font-size: var(--cercle-size-s);
    font-weight: var(--cercle-weight-bold);
    color: var(--cercle-ink-soft);
    text-decoration: none;
    border-radius: var(--cercle-corner);
  }
  .desk-nav a:hover {
    background: var(--cercle-hover);
    color: var(--cercle-ink);
  }
  .desk-nav [aria-current] {
    background: var(--cercle-accent-soft);
    color: var(--cercle-accent-ink);
  }
  .desk-room:focus {
    outline: none;
  }
  @container cercle (min-width: 860px) {
    .desk {
      grid-template-columns: 200px minmax(0, 1fr);
      gap: var(--cercle-6) var(--cercle-7);
      padding: var(--cercle-6);
    }
    .desk-top {
      grid-column: 1 / -1;
    }
    .desk-nav {
      flex-direction: column;
      overflow: visible;
      padding: 0;
      margin: 0 0 0 calc(-1 * var(--cercle-3));
    }
  }
`

/** What the rooms have in common. */
export const roomStyles = css`
  .finder,
  .pair {
    display: grid;
    gap: var(--cercle-3);
    grid-template-columns: minmax(0, 1fr);
    align-items: end;
  }
  .word {
    display: flex;
    gap: var(--cercle-1);
  }
  .word input {
    flex: 1 1 auto;
    min-width: 0;
  }
  .outcome:focus {
    outline: none;
  }
  .outcome:empty {
    display: none;
  }
  .row-top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cercle-2) var(--cercle-3);
    align-items: center;
    justify-content: space-between;
  }
  .row-top > :first-child {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .inner {
    padding-block: var(--cercle-3);
  }
  .plain-list {
    display: grid;
    gap: var(--cercle-2);
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
  }
  .plain-list li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cercle-1) var(--cercle-3);
    align-items: center;
  }
  .no {
    color: var(--cercle-ink-soft);
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
    min-width: 0;
  }
  [aria-expanded='true'] .c-turn {
    transform: rotate(180deg);
  }
  @container cercle (min-width: 640px) {
    .finder,
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`

import { css } from 'lit'

export const accountStyles = css`
  .account[hidden] {
    display: none;
  }
  .account {
    max-width: 780px;
  }
  .me {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--cercle-3);
  }
  .device {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: var(--cercle-2) var(--cercle-4);
    align-items: center;
  }
  .device > .c-i {
    color: var(--cercle-ink-soft);
    width: 24px;
    height: 24px;
  }
  .c-list {
    overflow-wrap: anywhere;
  }
  .c-more > .c-list {
    margin-top: var(--cercle-2);
  }
  .leaving {
    border-color: var(--cercle-line-strong);
  }
  .leaving .c-i {
    color: var(--cercle-warn);
  }
  .leaving .c-btn .c-i {
    color: inherit;
  }
  .erase {
    color: var(--cercle-bad);
    border-color: var(--cercle-bad);
  }
  @container cercle (max-width: 479px) {
    .device {
      grid-template-columns: 24px minmax(0, 1fr);
      gap: var(--cercle-2) var(--cercle-3);
    }
    .device > :nth-child(3) {
      grid-column: 2;
      justify-self: start;
    }
  }
`

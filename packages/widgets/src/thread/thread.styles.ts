import { css } from 'lit'

export const threadStyles = css`
  .open {
    display: grid;
    gap: var(--cercle-5);
    grid-template-columns: minmax(0, 1fr);
    padding-top: var(--cercle-3);
    border-color: var(--cercle-accent-line);
  }
  header {
    display: grid;
    gap: var(--cercle-2);
    grid-template-columns: minmax(0, 1fr);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 var(--cercle-3);
  }
  .top > span {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--cercle-3);
    min-height: var(--cercle-target);
  }
  .c-title {
    max-width: 28em;
    overflow-wrap: anywhere;
  }
  .circle > .c-i {
    color: var(--cercle-accent-ink);
  }
  .replies-t,
  .answer {
    padding-top: var(--cercle-5);
    border-top: var(--cercle-line-width) solid var(--cercle-line);
  }
  .replies {
    display: grid;
    gap: var(--cercle-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .paper {
    display: none;
  }
  @media print {
    .paper {
      display: block;
      padding: var(--cercle-2) 0;
      border-block: var(--cercle-line-width) solid #999;
    }
    .answer {
      display: none;
    }
    .c-title {
      outline: none;
    }
    .open {
      border-color: #999;
    }
  }
`

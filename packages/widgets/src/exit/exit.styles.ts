import { css } from 'lit'

/** In sight while what it stands above scrolls; what lies beside the button can be pressed. */
export const exitStyles = css`
  :host {
    position: sticky;
    top: 0;
    z-index: 2;
    pointer-events: none;
  }
  .way {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--cercle-2) var(--cercle-3);
    padding-bottom: var(--cercle-2);
  }
  .c-btn {
    pointer-events: auto;
  }
  .once {
    padding: var(--cercle-1) var(--cercle-2);
    color: var(--cercle-ink);
    background: var(--cercle-surface);
    border-radius: var(--cercle-corner-small);
  }
  .once:empty {
    display: none;
  }
  @media print {
    :host {
      display: none;
    }
  }
`

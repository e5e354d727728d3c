import { css } from 'lit'

export const communityStyles = css`
  .community {
    max-width: 780px;
  }
  .account {
    margin: 0;
  }
  .account > summary {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: var(--cercle-target);
    font-size: var(--cercle-size-s);
    font-weight: var(--cercle-weight-bold);
    color: var(--cercle-accent-ink);
    cursor: pointer;
    list-style: none;
  }
  .account > summary::-webkit-details-marker {
    display: none;
  }
`

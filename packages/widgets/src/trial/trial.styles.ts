import { css } from 'lit'

export const trialStyles = css`
  video {
    display: block;
    width: 100%;
    max-width: 240px;
    border-radius: var(--cercle-corner);
  }
`

import { css } from 'lit'

export const helpLineStyles = css`
  .help {
    margin-top: var(--cercle-5);
    padding-top: var(--cercle-2);
    border-top: var(--cercle-line-width) solid var(--cercle-line);
  }
  .line {
    justify-self: start;
    min-height: var(--cercle-target);
    text-align: start;
    white-space: normal;
    text-decoration: none;
  }
`

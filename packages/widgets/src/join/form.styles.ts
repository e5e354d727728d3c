import { css } from 'lit'

export const formStyles = css`
  .done:focus {
    outline: none;
  }
`

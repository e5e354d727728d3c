import { css } from 'lit'

export const signInStyles = css`
  .sign-in {
    max-width: 520px;
  }
  form {
    display: grid;
    gap: var(--cercle-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .c-check span {
    padding-top: 1px;
  }
`

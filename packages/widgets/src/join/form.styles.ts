import { css } from 'lit'

export const formStyles = css`
  form {
    display: grid;
    gap: var(--cercle-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .pair,
  .choices {
    display: grid;
    gap: var(--cercle-3);
    grid-template-columns: minmax(0, 1fr);
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: var(--cercle-2);
  }
  .done:focus {
    outline: none;
  }
  @container cercle (min-width: 560px) {
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .choices {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
`

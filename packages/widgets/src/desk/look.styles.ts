import { css } from 'lit'

export const lookStyles = css`
  .terms,
  .previews {
    display: grid;
    gap: var(--cercle-3);
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  legend {
    padding: 0;
    margin-bottom: var(--cercle-2);
  }
  .preview {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cercle-3);
    align-items: center;
    padding: var(--cercle-4);
    background: var(--cercle-page);
    border: var(--cercle-line-width) solid var(--cercle-line);
    border-radius: var(--cercle-corner);
  }
  input[type='color'] {
    width: 88px;
    height: var(--cercle-target);
    padding: 4px;
    background: var(--cercle-surface);
    border: var(--cercle-line-width) solid var(--cercle-line-strong);
    border-radius: var(--cercle-corner);
  }
  @container cercle (min-width: 640px) {
    .terms,
    .previews {
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    }
  }
`

import { css } from './css.ts'

/** Fields and their words, in pages that ask something. */
export const formStyles = css`
  .form {
    max-width: 40em;
    margin-top: 24px;
  }
  .field,
  .choices {
    margin: 24px 0 0;
    padding: 0;
    border: 0;
  }
  .field label,
  .choices legend {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  .hint {
    margin-top: 4px;
    font-size: var(--size-s);
    color: var(--ink-soft);
  }
  .field input,
  .field select,
  .field textarea {
    display: block;
    width: 100%;
    min-height: 44px;
    margin-top: 8px;
    padding: 9px 12px;
    font: inherit;
    color: inherit;
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: 8px;
  }
  .field textarea {
    min-height: 96px;
    resize: vertical;
  }
  .choices label {
    display: flex;
    align-items: center;
    min-height: 44px;
    font-weight: 400;
  }
  .choices input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0 12px 0 0;
    accent-color: var(--accent-ink);
  }
  .field.bad input,
  .field.bad textarea {
    border-width: 2px;
    border-color: var(--bad);
  }
  .wrong {
    margin-top: 4px;
    font-size: var(--size-s);
    font-weight: 600;
    color: var(--bad);
  }
  .wrongs,
  .note {
    margin-top: 24px;
    padding: 16px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .wrongs {
    border: 2px solid var(--bad);
  }
  .wrongs ul {
    margin-top: 8px;
    padding-left: 20px;
  }
  .note p + p,
  .note .said {
    margin-top: 8px;
  }
  .said {
    overflow-wrap: anywhere;
  }
  .send {
    margin-top: 32px;
  }
  button.btn {
    margin-top: 12px;
    font-family: inherit;
    cursor: pointer;
  }
  button.main {
    color: var(--surface);
    background: var(--accent-ink);
    border-color: var(--accent-ink);
  }
  button.main:hover {
    color: var(--surface);
    background: var(--ink);
  }
  :root {
    --bad: #a4262c;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --bad: #ff9b9b;
    }
  }
`

import { css } from 'lit'

export const charterStyles = css`
  :host {
    display: block;
    color: var(--cercle-ink);
  }
  .text {
    max-width: 70ch;
  }
  .text ol,
  .text ul,
  .who {
    margin: 0;
    padding-inline-start: 1.5em;
  }
  .who {
    list-style: disc;
  }
  .text ol,
  .text ul {
    margin-top: var(--cercle-3);
  }
  .text li + li {
    margin-top: var(--cercle-2);
  }
  .c-title:focus-visible,
  .changed:focus-visible {
    outline-offset: 4px;
  }
  .changed .c-i {
    color: var(--cercle-warn);
  }
  form p {
    margin: 0;
  }
`

export const chartersStyles = css`
  :host {
    display: block;
    color: var(--cercle-ink);
  }
  .charter {
    display: grid;
    gap: var(--cercle-3);
  }
  .earlier li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--cercle-2);
  }
`

/* One sheet: what proves, then the text, with nothing of the screen around it. */
export const proofStyles = css`
  :host {
    display: block;
    color: var(--cercle-ink);
  }
  .proof {
    max-width: 70ch;
  }
  .c-dl {
    margin: 0;
    display: grid;
    grid-template-columns: minmax(0, 14em) minmax(0, 1fr);
    gap: var(--cercle-1) var(--cercle-4);
  }
  .c-dl dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .hash {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }
  @container cercle (max-width: 479px) {
    .c-dl {
      grid-template-columns: minmax(0, 1fr);
    }
    .c-dl dd {
      margin-bottom: var(--cercle-2);
    }
  }
  @page {
    margin: 15mm;
  }
  @media print {
    .proof {
      max-width: none;
      padding: 0;
      border: 0;
      box-shadow: none;
      font-size: 10pt;
      line-height: 1.35;
      color: #000;
      background: none;
    }
    .proof,
    .proof .c-text {
      gap: 3mm;
    }
    .c-dl {
      grid-template-columns: 55mm minmax(0, 1fr);
    }
  }
`

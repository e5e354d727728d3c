import { css, html, type TemplateResult } from 'lit'

/** Holds the place of a text at once, shows after 300 ms. `label` says what is being fetched. */
export const waiting = (label: string): TemplateResult =>
  html`<div class="c-wait c-stack c-stack--3" role="group" aria-busy="true" aria-label=${label}>
    <span class="c-skel"></span><span class="c-skel"></span><span class="c-skel"></span>
  </div>`

export const waitingStyles = css`
  .c-skel {
    display: block;
    width: 92%;
    height: 1em;
    border-radius: var(--cercle-corner-small);
    background: var(--cercle-line);
  }
  .c-skel:first-child {
    width: 34%;
  }
  .c-skel:last-child {
    width: 60%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .c-skel {
      animation: c-breathe 1.8s ease-in-out infinite;
    }
  }
  @keyframes c-breathe {
    50% {
      opacity: 0.45;
    }
  }
`

import { css } from 'lit'

export const audienceStyles = css`
  :host {
    display: block;
    min-width: 0;
    /* its place, before its words are there */
    min-height: var(--cercle-target);
  }
  .cercle {
    font-size: var(--cercle-size-s);
    line-height: 1.45;
  }
  .open[aria-expanded='true'] .c-turn,
  .sight[aria-expanded='true'] .c-turn {
    transform: rotate(180deg);
  }
  .open,
  .sight {
    justify-self: start;
  }
  .who {
    padding: var(--cercle-3) 0 var(--cercle-2);
    max-width: var(--cercle-measure);
    overflow-wrap: anywhere;
  }
  .groups,
  .names {
    display: grid;
    gap: 2px var(--cercle-4);
    grid-template-columns: minmax(0, 1fr);
    color: var(--cercle-ink-soft);
  }
  .names:focus {
    outline: none;
  }
  .who .c-with > .c-i {
    color: var(--cercle-accent-ink);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: var(--cercle-3) 0 0;
    border: 0;
    border-top: var(--cercle-line-width) solid var(--cercle-line);
  }
  legend {
    float: inline-start;
    width: 100%;
    padding: 0;
  }
  legend + * {
    clear: both;
  }
  .some {
    padding-inline-start: var(--cercle-5);
    padding-top: var(--cercle-2);
  }
  .c-check {
    align-items: center;
  }
  .c-check input {
    margin: 0;
  }
  .some .c-field {
    margin-block: var(--cercle-2);
  }
  .hidden-group .c-i {
    display: inline-block;
    vertical-align: -0.15em;
    color: var(--cercle-ink-soft);
  }
  @container cercle (min-width: 560px) {
    .names,
    .groups {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`

import { css } from 'lit'

export const notificationsStyles = css`
  .turns {
    justify-self: start;
  }
  .turns[aria-expanded='true'] .c-turn {
    transform: rotate(180deg);
  }
  .notice {
    overflow-wrap: anywhere;
  }
  .way {
    text-align: start;
    min-height: var(--cercle-target);
  }
  .newest {
    margin: 0;
    padding-inline-start: var(--cercle-4);
  }
  .notice:focus {
    outline: none;
  }
  fieldset {
    display: grid;
    gap: var(--cercle-2);
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
  }
  .spaces {
    display: grid;
    gap: var(--cercle-3);
  }
`

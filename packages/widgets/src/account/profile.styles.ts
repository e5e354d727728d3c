import { css } from 'lit'

export const profileStyles = css`
  .turns {
    justify-self: start;
  }
  .turns[aria-expanded='true'] .c-turn {
    transform: rotate(180deg);
  }
  .profile {
    max-width: var(--cercle-measure);
    overflow-wrap: anywhere;
  }
`

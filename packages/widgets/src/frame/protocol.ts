/*
 * What the host element and the frame say to each other. The first word is the frame's, by `postMessage` to exactly the
 * host's origin: `{ cercle: 'hello' }` with a MessagePort. Everything after travels on that port.
 */

/** What a host gives of its look: computed values, never style sheets. Each is checked against an allow-list on arrival. */
export interface Theme {
  scheme: 'light' | 'dark'
  /** CSS colours as computed: `rgb(109, 63, 156)`. */
  accent: string
  ground: string
  /** CSS font-family lists. */
  font: string
  fontHeading: string
  /** `12px` */
  radius: string
  /** The root font size of the host in px, so that rem means the same on both sides. */
  rootSize: number
}

/** Attributes of the host element that its view needs. */
export interface HostAttributes {
  space?: string | undefined
  lang?: string | undefined
  /** The site of the page says who its visitor is, when asked. */
  bySite?: boolean | undefined
}

/** Where something lies in the frame's page, in px from its top. */
export interface Stretch {
  top: number
  bottom: number
}

export type HostMessage =
  | { type: 'theme'; theme: Theme }
  | { type: 'attributes'; attributes: HostAttributes }
  /** Why the frame was opened: `sign-in` shows the form at once, `resume` expects a session. */
  | { type: 'intent'; intent: 'sign-in' | 'resume' }
  /** The larger view was closed from the host's side (Escape, back). */
  | { type: 'smaller' }
  /** Another frame of this page signed in or out: look at the store again. */
  | { type: 'session-changed' }
  /** What the site answered to `ask-word`: a JWT; nothing: it says nothing. */
  | { type: 'word'; word?: string | undefined }

export type ElementState = 'loading' | 'ready' | 'empty' | 'error' | 'offline'

export type FrameMessage =
  /** First content is drawn; never before. `px`: its height, so that it takes its place in one step. */
  | { type: 'ready'; signedIn: boolean; px: number }
  /** `ceil(main.getBoundingClientRect().height)` */
  | { type: 'height'; px: number }
  /** The keyboard went there: the host brings it into the window. */
  | ({ type: 'focus' } & Stretch)
  | { type: 'state'; state: ElementState }
  | { type: 'signed-in' }
  /** No session here: the host drops its hint and goes back to the inline view. */
  | { type: 'signed-out' }
  /** Asks for the whole window; `title` names the dialog. */
  /** « Quitter rapidement »: the whole page goes, to this `https:` address. */
  | { type: 'leave'; to: string }
  | { type: 'larger'; title: string }
  | { type: 'smaller' }
  /** The site of the page is asked who its visitor is. */
  | { type: 'ask-word'; nonce: string }

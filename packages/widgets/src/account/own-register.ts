/* What stands in a member's account beside its frame, in one file: what she says of herself, what she accepts, how Cercle speaks to her. */
import './profile-register.ts'
import './consents-register.ts'
import './preferences-register.ts'

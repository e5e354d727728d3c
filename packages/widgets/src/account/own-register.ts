/* What stands in a member's account beside its frame, in one file: what she says of herself, and what she accepts. */
import './profile-register.ts'
import './consents-register.ts'

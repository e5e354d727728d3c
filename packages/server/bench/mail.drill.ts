import { runLongForm } from '../test/drills/long-form.ts'

/**
 * The mail server away for an hour with 10,000 mails on their way, and 1,000 members removed between the writing and the sending. Choose by name:
 * `npm run drill -- mail`.
 */
await runLongForm(
  [
    'src/mail/mail-outage.test.ts',
    'src/mail/mail-sender.test.ts',
    '-t',
    'away for an hour|removed between',
    '--testTimeout=600000',
  ],
  {
    CERCLE_MAILS: process.env.CERCLE_MAILS ?? '10000',
    CERCLE_MAILS_REMOVED: process.env.CERCLE_MAILS_REMOVED ?? '1000',
  },
)

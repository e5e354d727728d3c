/*
 * The classes, without side effects: importing this defines no element and touches no page. `@cercle/widgets/register` defines them.
 */
export { AccountView } from './account/account.ts'
export { SignIn, type SignedIn } from './account/sign-in.ts'
export { CommunityView } from './community/community.ts'
export { Composer } from './composer/composer.ts'
export { Reply } from './composer/reply.ts'
export { FeedView } from './feed/feed.ts'
export { JoinView } from './join/join.ts'
export { Post } from './thread/post.ts'
export { Thread } from './thread/thread.ts'
export { clientContext } from './context/client.ts'

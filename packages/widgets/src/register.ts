/*
 * Defines the views for a page that brings its own client (`view.client = createCercle(…)`). Pages of partners load `cercle.js` instead.
 */
import './account/register.ts'
import './community/register.ts'
import './composer/register.ts'
import './feed/register.ts'
import './join/register.ts'
import './thread/register.ts'

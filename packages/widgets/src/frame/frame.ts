import { start } from './guest.ts'

/* The script of a frame's page. */
start()

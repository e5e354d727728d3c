/** From where frames were asked for. */
export interface SiteSightingTable {
  community_id: string
  origin: string
  seen_at: Date
}

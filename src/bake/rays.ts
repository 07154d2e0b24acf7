/** What all that send rays from texels have in common. */

/** A ray that met the back of something was never free to look: it counts neither as light nor as darkness. */
export const unseen = -2
/** Off the surface, so that it does not shade itself: metres. */
export const lift = 2e-3
/** Of the light that falls on cloth or leaf, this much counts from its front and the rest from behind. */
export const frontShare = 0.6
export const spotsPerTexel = 4

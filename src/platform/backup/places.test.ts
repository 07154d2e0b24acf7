import { expect, it } from 'vitest'
import { drivesIn } from './places.ts'

it('drives are disks that somebody mounted where drives are mounted, and can be written to', () => {
  const table = [
    '/dev/sda1 / ext4 rw,relatime 0 0',
    '/dev/sdb1 /media/clerk/BACK\\040UP vfat rw,nosuid,nodev 0 0',
    '/dev/sdc1 /run/media/clerk/OLD exfat rw 0 0',
    '/dev/sdd1 /mnt/locked vfat ro,relatime 0 0',
    'tmpfs /mnt/memory tmpfs rw 0 0',
    'proc /proc proc rw 0 0',
    '',
  ]
  expect(drivesIn(table.join('\n'))).toEqual(['/media/clerk/BACK UP', '/run/media/clerk/OLD'])
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  test: {
    environment: 'node',
    include: ['*.e2e.ts'],
    // One program, one display, one test after the other.
    fileParallelism: false,
    // What a busy machine is slow at is no fault of what is tested: reaching one of these means that
    // what is waited for never comes.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 240_000,
    hookTimeout: 180_000,
  },
})

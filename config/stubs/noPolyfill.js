/** For polyfills that no browser of Flex UI 2 needs. */

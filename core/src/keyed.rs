//! Maps and sets whose keys are hashes already.
//!
//! Each has a seed of its own. The hashes are those of words and lines, and without a seed a text could be written whose
//! words all fall into one place of a map, where each is compared with all before it.

use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher};

/// A map by keys that are hashes. What it gives must not depend on its order.
pub(crate) type Keyed<K, V> = HashMap<K, V, Seed>;

/// A set of hashes.
pub(crate) type Keys<K> = HashSet<K, Seed>;

/// What tells one map's places from another's.
#[derive(Clone, Debug)]
pub(crate) struct Seed(u64);

impl Default for Seed {
    fn default() -> Self {
        Self(RandomState::new().hash_one(0_u8))
    }
}

impl BuildHasher for Seed {
    type Hasher = KeyHasher;

    fn build_hasher(&self) -> KeyHasher {
        KeyHasher(self.0)
    }
}

/// Mixes a key with the seed.
#[derive(Debug)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.write_u64(u64::from(key));
    }

    fn write_u64(&mut self, key: u64) {
        // Both halves of the product, as the map looks at both ends of a hash.
        let product = u128::from(self.0 ^ key) * 0x9e37_79b9_7f4a_7c15;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::Seed;
    use std::hash::BuildHasher;

    #[test]
    fn keys_that_end_alike_are_spread() {
        let seed = Seed::default();
        let places: std::collections::BTreeSet<u64> =
            (0..1024_u64).map(|key| seed.hash_one(key << 32) & 1023).collect();
        assert!(places.len() > 500, "1024 keys fall into {} places of 1024", places.len());
    }
}

//! Texts that match a pattern, drawn at random.

mod characters;
mod layers;
mod moves;
mod narrow;
mod sampler;
mod table;
mod texts;

pub use sampler::Sampler;
pub use table::{CharacterRanges, SamplerTable};
pub use texts::SampledTexts;

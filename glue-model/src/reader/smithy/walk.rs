//! Walks graphs of shapes of any depth.

use super::directory::Place;

/// The result of a walk.
#[derive(Default)]
pub(super) struct Walk {
    /// Each reached place, after everything it leads to.
    pub(super) order: Vec<Place>,
    /// The places with a step back to a place on the current path.
    pub(super) closing: Vec<Place>,
}

/// The state of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Unseen,
    /// On the current path.
    Open,
    Done,
}

/// Follows `edges` from `starts` to everything they reach, among `count` places. `edges` is called
/// once for each place.
pub(super) fn walk(
    count: usize,
    starts: &mut dyn Iterator<Item = Place>,
    edges: &mut dyn FnMut(Place) -> Vec<Place>,
) -> Walk {
    let mut walk = Walk::default();
    let mut states = vec![State::Unseen; count];
    let mut way: Vec<(Place, Vec<Place>)> = Vec::new();
    for start in starts {
        let mut next = Some(start);
        loop {
            if let Some(place) = next.take() {
                match states.get_mut(place.index()) {
                    Some(state @ State::Unseen) => {
                        *state = State::Open;
                        let mut rest = edges(place);
                        rest.reverse();
                        way.push((place, rest));
                    }
                    Some(State::Open) => walk.closing.extend(way.last().map(|(from, _)| *from)),
                    Some(State::Done) | None => {}
                }
            }
            let Some((place, rest)) = way.last_mut() else {
                break;
            };
            next = rest.pop();
            if next.is_none() {
                if let Some(state) = states.get_mut(place.index()) {
                    *state = State::Done;
                }
                walk.order.push(*place);
                way.pop();
            }
        }
    }
    walk
}

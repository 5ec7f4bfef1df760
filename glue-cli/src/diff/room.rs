//! How sections share the room of a comment.

/// What each section gets of the room: all that it needs if that is no more than an equal share, and
/// otherwise an equal share of what these leave.
pub(super) fn shares<const COUNT: usize>(needs: [usize; COUNT], room: usize) -> [usize; COUNT] {
    let mut sorted = needs;
    sorted.sort_unstable();
    let mut left = room;
    let mut most = 0;
    for (place, need) in sorted.into_iter().enumerate() {
        most = left / (COUNT - place);
        left -= need.min(most);
    }
    needs.map(|need| need.min(most))
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn what_one_leaves_goes_to_the_others() {
        assert_eq!(shares([1, 2, 3], 60), [1, 2, 3]);
        assert_eq!(shares([100, 0, 100], 60), [30, 0, 30]);
        assert_eq!(shares([10, 100, 30], 60), [10, 25, 25]);
        assert_eq!(shares([100, 5, 7], 60), [48, 5, 7]);
        assert_eq!(shares([100, 100, 100], 60), [20, 20, 20]);
    }
}

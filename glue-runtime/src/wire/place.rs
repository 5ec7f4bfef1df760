//! The places where values go when they are read.

/// Where values that may be null go: null leaves it as it is.
pub trait Place {
    /// What goes there.
    type Value;

    /// Puts a value there.
    fn put(&mut self, value: Self::Value);

    /// Notes that there is a value that was kept secret.
    fn redact(&mut self) {}
}

impl<T> Place for Option<T> {
    type Value = T;

    fn put(&mut self, value: T) {
        *self = Some(value);
    }
}

impl<T> Place for Vec<T> {
    type Value = T;

    fn put(&mut self, value: T) {
        // Most lists are short: room for four, or less where entries are large, costs least.
        if self.capacity() == 0 {
            self.reserve_exact((256 / size_of::<T>().max(1)).clamp(1, 4));
        }
        self.push(value);
    }
}

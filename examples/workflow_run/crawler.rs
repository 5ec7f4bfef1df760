//! Crawler nodes: the crawls of a crawler.

use std::ptr;

use glue_types::{Crawl, CrawlerNodeDetails};

use crate::state::State;
use crate::step::{Kind, Step};
use crate::text;

pub(crate) fn step(details: Option<&CrawlerNodeDetails>, run_is_over: bool) -> Step {
    let crawls = details.and_then(|details| details.crawls.as_deref()).unwrap_or_default();
    let Some(latest) = crawls.iter().max_by_key(|crawl| crawl.started_on) else {
        return Step::not_started(Kind::Crawler, run_is_over);
    };
    let others = crawls.iter().filter(|crawl| !ptr::eq(*crawl, latest));
    Step {
        duration: duration(latest),
        details: message(latest).into_iter().chain(others.map(crawl)).collect(),
        last_change: crawls
            .iter()
            .filter_map(|crawl| crawl.started_on.max(crawl.completed_on))
            .max(),
        ..Step::new(Kind::Crawler, state(latest))
    }
}

fn state(crawl: &Crawl) -> State {
    crawl.state.as_ref().map_or_else(State::none, State::from)
}

fn duration(crawl: &Crawl) -> Option<String> {
    text::elapsed(crawl.started_on, crawl.completed_on).map(text::duration)
}

fn message(crawl: &Crawl) -> Option<String> {
    crawl.error_message.as_deref().map(text::printable_lines)
}

/// `an earlier crawl FAILED after 1m 28s: Access denied`.
fn crawl(crawl: &Crawl) -> String {
    let after = duration(crawl).map(|duration| format!(" after {duration}"));
    let message = message(crawl).map(|message| format!(": {message}"));
    format!(
        "an earlier crawl {}{}{}",
        state(crawl).word,
        after.unwrap_or_default(),
        message.unwrap_or_default()
    )
}

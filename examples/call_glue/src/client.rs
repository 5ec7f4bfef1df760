//! [`Client`], which makes calls.

use std::error::Error;
use std::thread;
use std::time::Duration;

use aws_credential_types::Credentials;
use glue_types::Operation;
use ureq::Agent;
use ureq::http;

use crate::sign::sign;
use crate::{Backoff, CallError, Endpoint};

/// The maximum duration of one call.
const TIMEOUT: Duration = Duration::from_secs(60);

/// The maximum number of bytes read of a response's body.
const LARGEST_BODY: u64 = 64 * 1024 * 1024;

/// The maximum number of attempts of a call before its failure counts.
const ATTEMPTS: u32 = 6;

/// Makes signed calls to one endpoint.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    endpoint: Endpoint,
    region: String,
    credentials: Credentials,
}

impl Client {
    /// Creates a client of an endpoint whose calls are signed for a region.
    #[must_use]
    pub fn new(endpoint: Endpoint, region: impl Into<String>, credentials: Credentials) -> Self {
        let mut config = Agent::config_builder()
            // The bodies of errors say more than the status.
            .http_status_as_error(false)
            // A signature is only valid for one host.
            .max_redirects(0)
            .timeout_global(Some(TIMEOUT));
        if endpoint.is_loopback() {
            config = config.proxy(None);
        }
        let agent = config.build().into();
        Self { agent, endpoint, region: region.into(), credentials }
    }

    /// Calls an operation once.
    ///
    /// # Errors
    ///
    /// If the input does not make a valid request, no complete response arrives, the service
    /// reports an error, or its response does not match the model.
    pub fn call<O: Operation>(&self, input: &O::Input) -> Result<O::Output, CallError<O::Error>> {
        let request = O::request(input).map_err(CallError::Input)?;
        let request = self.signed(request, O::SERVICE.signing_name).map_err(CallError::Request)?;
        let (parts, body) = self.exchange(request).map_err(|error| CallError::Connection {
            endpoint: self.endpoint.to_string(),
            error: error.into(),
        })?;
        O::response(parts.status.as_u16(), &parts.headers, &body).map_err(CallError::Response)
    }

    /// Calls an operation, and repeats the call a few times after a pause while the failure may be
    /// temporary. `pausing` is called for each such failure with the pause before the next call.
    ///
    /// # Errors
    ///
    /// The error of the last call, as from [`Client::call`].
    pub fn call_patiently<O: Operation>(
        &self,
        input: &O::Input,
        mut backoff: Backoff,
        mut pausing: impl FnMut(&CallError<O::Error>, Duration),
    ) -> Result<O::Output, CallError<O::Error>> {
        let mut attempt = 1;
        loop {
            match self.call::<O>(input) {
                Err(error) if error.is_retryable() && attempt < ATTEMPTS => {
                    let pause = backoff.pause();
                    pausing(&error, pause);
                    thread::sleep(pause);
                    attempt += 1;
                }
                result => return result,
            }
        }
    }

    fn signed(
        &self,
        request: glue_types::Request,
        service: &str,
    ) -> Result<http::Request<Vec<u8>>, Box<dyn Error + Send + Sync>> {
        let mut builder =
            http::Request::builder().method(request.method).uri(self.endpoint.url(&request));
        for (name, value) in &request.headers {
            builder = builder.header(&**name, value);
        }
        let mut request = builder.body(request.body)?;
        sign(&mut request, service, &self.region, &self.credentials)?;
        Ok(request)
    }

    fn exchange(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<(http::response::Parts, Vec<u8>), ureq::Error> {
        let (parts, mut body) = self.agent.run(request)?.into_parts();
        let body = body.with_config().limit(LARGEST_BODY).read_to_vec()?;
        Ok((parts, body))
    }
}

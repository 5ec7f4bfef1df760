"""Serves the emulator on a free loopback port, with a job, a workflow and runs of both.

Once all is ready, prints one line of JSON that says where it is and what there is. Ends when
standard input does, so that it never outlives who started it.
"""

import json
import logging
import os
import sys
import threading

REGION = "eu-west-1"
# As long as any test may take.
LIFETIME_SECONDS = 300
# The emulator checks signatures and permissions after this many calls: those of `first_user`.
UNCHECKED_CALLS = 3

os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = str(UNCHECKED_CALLS)
os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
os.environ["AWS_CONFIG_FILE"] = os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"

import boto3  # noqa: E402: reads the environment
import botocore.config  # noqa: E402
import urllib3  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

ALLOW_ALL = {"Effect": "Allow", "Action": "*", "Resource": "*"}
TRUST_ALL = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}


def policy(statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


class Emulator:
    def __init__(self):
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        host, port = server.get_host_and_port()
        self.endpoint = f"http://{host}:{port}"

    def client(self, service, key):
        config = botocore.config.Config(
            connect_timeout=5, read_timeout=20, retries={"total_max_attempts": 1}
        )
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id=key["AccessKeyId"],
            aws_secret_access_key=key["SecretAccessKey"],
            aws_session_token=key.get("SessionToken"),
            config=config,
        )

    def first_user(self):
        """A user who may do anything; the calls are not checked."""
        iam = self.client("iam", {"AccessKeyId": "none", "SecretAccessKey": "none"})
        iam.create_user(UserName="tester")
        iam.put_user_policy(
            UserName="tester", PolicyName="all", PolicyDocument=policy(ALLOW_ALL)
        )
        return iam.create_access_key(UserName="tester")["AccessKey"]

    def passing_key(self, key):
        """A key that needs a session token."""
        iam = self.client("iam", key)
        role = iam.create_role(RoleName="guest", AssumeRolePolicyDocument=policy(TRUST_ALL))
        iam.put_role_policy(
            RoleName="guest", PolicyName="all", PolicyDocument=policy(ALLOW_ALL)
        )
        sts = self.client("sts", key)
        assumed = sts.assume_role(RoleArn=role["Role"]["Arn"], RoleSessionName="test")
        return assumed["Credentials"]

    def step_by_looks(self):
        """Makes job runs take a step each second time someone looks: starting, running, succeeded."""
        setting = {
            "model_name": "glue::job_run",
            "transition": {"progression": "manual", "times": 2},
        }
        url = f"{self.endpoint}/moto-api/state-manager/set-transition"
        response = urllib3.request("POST", url, json=setting, timeout=5, retries=False)
        assert response.status in (200, 201), response.data

    def seed(self, glue):
        self.step_by_looks()
        glue.create_job(
            Name="nightly",
            Role="guest",
            Command={"Name": "glueetl", "ScriptLocation": "s3://scripts/nightly.py"},
            ExecutionProperty={"MaxConcurrentRuns": 10},
            WorkerType="G.1X",
            NumberOfWorkers=4,
        )
        glue.create_workflow(Name="etl", DefaultRunProperties={"stage": "prüfung"})

        def job_run(looks):
            run_id = glue.start_job_run(
                JobName="nightly",
                Arguments={"--day": "Ω", "--empty": ""},
                Timeout=60,
                NotificationProperty={"NotifyDelayAfter": 5},
            )["JobRunId"]
            for _ in range(looks):
                response = glue.get_job_run(JobName="nightly", RunId=run_id)
            return {"id": run_id, "seen": response if looks else None}

        run_id = glue.start_workflow_run(Name="etl", RunProperties={"day": "1"})["RunId"]
        seen = glue.get_workflow_run(Name="etl", RunId=run_id, IncludeGraph=True)
        return {
            "finished_job_run": job_run(looks=6),
            "fresh_job_run": job_run(looks=0),
            # The emulator never ends it.
            "workflow_run": {"id": run_id, "seen": seen},
        }


def main():
    # A line for each call is of no use.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    deadline = threading.Timer(LIFETIME_SECONDS, os._exit, args=[1])
    deadline.daemon = True
    deadline.start()
    emulator = Emulator()
    key = emulator.first_user()
    ready = {
        "endpoint": emulator.endpoint,
        "region": REGION,
        "key": key,
        "passing_key": emulator.passing_key(key),
        "runs": emulator.seed(emulator.client("glue", key)),
    }
    print(json.dumps(ready, default=lambda time: time.isoformat()), flush=True)
    sys.stdin.read()
    # Not waiting for the server's thread.
    os._exit(0)


main()

//! The corrections themselves, in alphabetic order.

/// Names with the texts of their files.
macro_rules! catalog {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../corrections/", $name, ".json")))),*]
    };
}

/// All corrections, by their names.
pub(super) const ALL: [(&str, &str); 22] = catalog![
    "amplify-app",
    "batch-job-started-at",
    "cloudfront-http-version",
    "codepipeline-action-revision",
    "cognito-idp-user-pool-add-ons",
    "config-delivery-status",
    "config-recorder-status",
    "dms-encryption-mode",
    "ec2-fleet-allocation-strategy",
    "ec2-internet-gateway-state",
    "ec2-nat-gateway-interface",
    "ec2-platform",
    "ec2-vpc-endpoint-state",
    "ec2-vpn-connection",
    "elasticbeanstalk-application-version-status",
    "elasticbeanstalk-environment-health",
    "emr-kerberos-attributes",
    "iam-policy-source-type",
    "route53-list-marker",
    "sqs-batch-results",
    "ssm-inventory-schema-version",
    "swf-empty-polls",
];

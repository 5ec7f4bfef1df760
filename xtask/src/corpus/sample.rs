//! The models that represent all others when there is no time for all.

/// Chosen by counting what is hard to generate over all models. The comments say what each has most
/// of, or what few others have.
/// of, or what few others have.
pub(crate) const MODELS: [&str; 20] = [
    // Members called `type`, an enum value `SELF`, members in headers, parameters and labels.
    "apigateway/2015-07-09",
    // A structure `None`.
    "apigatewayv2/2018-11-29",
    // Documents, event streams, 30 unions, 20 members named like keywords.
    "bedrock-runtime/2023-09-30",
    // A structure `Hash`, 40 unions, surrogate pairs and look-around in patterns.
    "cleanrooms/2022-02-17",
    // 533 enum values that are not identifiers.
    "config/2014-11-12",
    // 59 shapes that hold themselves; 77 operations without a response.
    "connect/2017-08-08",
    // Lists and maps of null, timestamps in formats of their own, boxes.
    "connectcases/2022-10-03",
    // A structure that is used like a union and holds itself in lists and maps; blobs in both.
    "dynamodb/2012-08-10",
    // The largest: 830 operations, 4,414 shapes, names on the wire that differ from the members'.
    "ec2/2016-11-15",
    // A structure `Option`, shapes that hold themselves, most of the surrogate pairs.
    "glue/2017-03-31",
    // Six pairs of shapes whose names differ only in case.
    "health/2016-08-04",
    // The query protocol; 79 operations without a response.
    "iam/2010-05-08",
    // 69 patterns, some with look-around; streams; the payload as the whole body.
    "lambda/2015-03-31",
    // Seven shapes that hold themselves, all through lists.
    "lexv2-models/2020-08-07",
    // 19 operations with the name of a shape.
    "medialive/2017-10-14",
    // A structure `Result`, 55 odd enum values, an enum value `Unknown`.
    "migrationhubstrategy/2020-02-19",
    // A structure of 575 members, 61 sensitive shapes.
    "quicksight/2018-04-01",
    // XML, headers, prefixed headers, timestamp formats, an event stream.
    "s3/2006-03-01",
    // 23 sensitive shapes among 274, and the largest structures that distinguish events by members.
    "stepfunctions/2016-11-23",
    // Structures that hold themselves directly, and so in boxes.
    "wafv2/2019-07-29",
];

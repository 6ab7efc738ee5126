/* SPDX-License-Identifier: MIT */
#include "subjects.h"

const struct subject subjects[] = {
	{"as the container base image", {"Debian slim", "Alpine", "Distroless", "Ubuntu"}},
	{"as the container registry", {"Docker Hub", "Harbor", "Amazon ECR", "Quay"}},
	{"to run our containers", {"Kubernetes", "Nomad", "Docker Swarm", "Amazon ECS"}},
	{"as the primary database", {"PostgreSQL", "MySQL", "MongoDB", "Oracle"}},
	{"as the message broker", {"Kafka", "RabbitMQ", "NATS", "ActiveMQ"}},
	{"as the cache", {"Redis", "Memcached", "Hazelcast", "Varnish"}},
	{"as the search engine", {"Elasticsearch", "OpenSearch", "Solr", "Meilisearch"}},
	{"as the frontend framework", {"React", "Vue.js", "Angular", "Svelte"}},
	{"for state management in the frontend", {"Redux", "Zustand", "MobX", "Recoil"}},
	{"as the API style", {"REST", "GraphQL", "gRPC", "SOAP"}},
	{"for continuous integration", {"GitHub Actions", "GitLab CI", "Jenkins", "CircleCI"}},
	{"for infrastructure as code", {"Terraform", "Pulumi", "CloudFormation", "Ansible"}},
	{"as the cloud provider", {"AWS", "Azure", "Google Cloud", "Hetzner"}},
	{"as the backend language", {"Go", "Java", "Python", "Rust"}},
	{"for metrics", {"Prometheus", "Datadog", "New Relic", "InfluxDB"}},
	{"for distributed tracing", {"OpenTelemetry", "Jaeger", "Zipkin", "AWS X-Ray"}},
	{"for authentication", {"Keycloak", "Auth0", "Okta", "Amazon Cognito"}},
	{"to keep secrets", {"HashiCorp Vault", "AWS Secrets Manager", "Sealed Secrets", "SOPS"}},
	{"as the end-to-end test tool", {"Playwright", "Cypress", "Selenium", "Puppeteer"}},
	{"for feature flags", {"Unleash", "LaunchDarkly", "Flagsmith", "Flipt"}},
	{"as the package manager", {"npm", "pnpm", "Yarn", "Bun"}},
	{"as the build tool", {"Gradle", "Maven", "Bazel", "Make"}},
	{"for identifiers", {"UUID v7", "UUID v4", "ULID", "Snowflake ids"}},
	{"for deployments", {"Argo CD", "Flux", "Helm", "Spinnaker"}},
};

const size_t subject_count = sizeof subjects / sizeof *subjects;

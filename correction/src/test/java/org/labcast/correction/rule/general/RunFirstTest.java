package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class RunFirstTest extends RuleTest {
    RunFirstTest() {
        super(new RunFirst());
    }

    @Test
    void whatTheToolAsksForComesFirst() {
        riskily(
                "vagrant halt",
                1,
                "VM must be created before running this command. Run `vagrant up` first.\n",
                "vagrant up && vagrant halt");
        riskily(
                "vagrant ssh web",
                1,
                "VM must be running to open SSH connection. Run `vagrant up`\nto start the virtual machine.\n",
                "vagrant up web && vagrant ssh web",
                "vagrant up && vagrant ssh web");
        riskily(
                "cd app && bin/rspec",
                1,
                "Migrations are pending. To resolve this issue, run:\n\n        bin/rails db:migrate RAILS_ENV=test\n\nYou have 1 pending migration:\n",
                "cd app && bin/rails db:migrate RAILS_ENV=test && bin/rspec");
        riskily(
                "terraform plan -out p",
                1,
                "Error: Could not load plugin\n\nPlugin reinitialization required. Please run \"terraform init\".\n",
                "terraform init && terraform plan -out p");
        riskily("az vm list", 1, "ERROR: Please run 'az login' to setup account.\n", "az login && az vm list");
        riskily(
                "go build ./...",
                1,
                "go: updates to go.mod needed; to update it:\n\tgo mod tidy\n",
                "go mod tidy && go build ./...");
        riskily(
                "gh pr list",
                4,
                "To get started with GitHub CLI, please run:  gh auth login\n",
                "gh auth login && gh pr list");
    }

    @Test
    void someToolsOnlyImplyIt() {
        riskily(
                "tsuru app-list",
                1,
                "Error: you're not authenticated or your session has expired.\n",
                "tsuru login && tsuru app-list");
        riskily(
                "terraform apply",
                1,
                "Error: Module not installed\n\nThis module is not yet installed.\n",
                "terraform init && terraform apply");
        riskily(
                "sudo docker pull lab/tools",
                1,
                "Error response from daemon: pull access denied for lab/tools, repository does not exist or may require 'docker login'\n",
                "sudo docker login && sudo docker pull lab/tools");
        riskily(
                "docker ps",
                1,
                "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n",
                "sudo systemctl start docker && docker ps");
    }

    @Test
    void whatOnlyInformsIsNoStep() {
        notAtAll("docker inage", 1, "Run 'docker image --help' for more information\n");
        notAtAll(
                "vagrant ssh",
                1,
                "A Vagrant environment or target machine is required to run this command. Run `vagrant init` to create a new Vagrant"
                        + " environment. Or, get an ID of a target machine from `vagrant global-status` to run this command on.\n");
        notAtAll("terraform init -x", 1, "Error: run \"terraform init\" again.\n");
        notAtAll("make", 2, "To fix this, run:\n\n    rm -rf /\n");
        notAtAll("npm x", 1, "To see a list of supported npm commands, run:\n  npm help\n");
    }
}
